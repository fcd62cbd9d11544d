import type { PlainResponse } from '../http/plainResponse';
import { exampleQuery } from './exampleQuery';

let page: PlainResponse | undefined;

/** GraphiQL for trying the hub: one page that holds everything it needs and may load nothing from anywhere. */
export async function renderGraphiQLPage(): Promise<PlainResponse> {
  // Nine megabytes that only a browser in demo mode asks for.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  return (page ??= {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    body: renderGraphiQL({
      title: 'Skyddsnät',
      endpoint: '/graphql',
      defaultQuery: exampleQuery,
      headers: JSON.stringify(exampleHeaders, null, 2),
    }),
  });
}

/** The page's own scripts and workers are inline; all it may talk to is this hub. */
const policy = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  "style-src 'unsafe-inline'",
  'worker-src blob:',
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const exampleHeaders = {
  authorization: 'Bearer <npm run --silent token -- --role SOCIAL_EMERGENCY --municipality 0180>',
  'x-purpose': 'IDENTIFICATION',
  'x-case-reference': 'DEMO-1',
};
