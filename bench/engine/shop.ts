import { parse, type DocumentNode } from 'graphql';

/**
 * A graph of three subgraphs without any work in them: members have loans, loans are of titles. What is measured is
 * what lies between the client and the subgraphs.
 */
export const subgraphNames = ['members', 'loans', 'titles'] as const;
export type SubgraphName = (typeof subgraphNames)[number];

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])`;

const sdl: Readonly<Record<SubgraphName, string>> = {
  members: `${link}
    type Query { members(first: Int!): [Member!]! }
    type Member @key(fields: "id") { id: ID! name: String! town: String born: Int }`,
  loans: `${link}
    type Member @key(fields: "id") { id: ID! loans: [Loan!]! }
    type Loan { id: ID! day: String! title: Title! }
    type Title @key(fields: "id") { id: ID! }`,
  titles: `${link}
    type Title @key(fields: "id") { id: ID! name: String! author: String pages: Int! summary: String }`,
};

export const subgraphDocument = (name: SubgraphName): DocumentNode => parse(sdl[name]);

/** The same graph in one schema. */
export const wholeSdl = `
  type Query { members(first: Int!): [Member!]! }
  type Member { id: ID! name: String! town: String born: Int loans: [Loan!]! }
  type Loan { id: ID! day: String! title: Title! }
  type Title { id: ID! name: String! author: String pages: Int! summary: String }`;

export interface Member {
  readonly id: string;
}

const towns = ['Lund', 'Umeå', 'Visby', 'Kiruna'];
const numberOf = (id: string): number => Number(id.slice(1));

export const createMember = (index: number): Member & Record<string, unknown> => ({
  id: `m${index}`,
  name: `Member ${index}`,
  town: towns[index % towns.length],
  born: 1940 + (index % 60),
});

export const createLoans = ({ id }: Member): readonly Record<string, unknown>[] =>
  [0, 1].map((nth) => ({
    id: `${id}-${nth}`,
    day: `2024-0${1 + nth}-11`,
    title: { id: `t${(numberOf(id) * 7 + nth) % 5_000}` },
  }));

export const createTitle = (id: string): Record<string, unknown> => ({
  id,
  name: `The book called ${id}`,
  author: `Author ${numberOf(id) % 97}`,
  pages: 100 + (numberOf(id) % 400),
  summary: `A story of ${id} in a hundred words or so, shortened for the shelf that it stands on.`,
});

/** Three hops: members, their loans, and the titles of those. */
export const threeHops = (members: number): string =>
  `{ members(first: ${members}) { id name loans { id title { id name pages } } } }`;

/** All there is of as many members as make an answer of about 88 KB. */
export const largeAnswer =
  '{ members(first: 175) { id name town born loans { id day title { id name author pages summary } } } }';
