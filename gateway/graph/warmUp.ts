import { setImmediate } from 'node:timers/promises';
import type { DocumentNode } from 'graphql';
import type { Graph } from './graph';

export interface WarmUp {
  /** Operations that the new graph has planned before its first request. */
  readonly planned: number;
  /** Operations that the old graph knew and the new one cannot answer. */
  readonly lost: number;
}

/** Has a new graph read and plan what the old one knows, between the requests that go on meanwhile. */
export async function warmUp(from: Graph, to: Graph): Promise<WarmUp> {
  const read = new Map<DocumentNode, DocumentNode>();
  let planned = 0;
  let lost = 0;
  for (const [text, { document }] of from.readDocument.remembered()) {
    try {
      read.set(document, to.readDocument(text).document);
    } catch {
      lost++;
    }
    await setImmediate();
  }
  for (const { document, operationName, guard, options } of from.engine.remembered()) {
    const same = read.get(document);
    if (!same) continue;
    try {
      to.engine.compile(same, operationName, guard, options);
      planned++;
    } catch {
      lost++;
    }
    await setImmediate();
  }
  return { planned, lost };
}
