import type { Engine } from '../engine/createEngine';
import type { DocumentReader } from '../operation/readDocument';
import type { TrustedDocuments } from '../operation/trustedDocuments';

/** A supergraph in service. An operation stays with the one it began with, whatever is loaded meanwhile. */
export interface Graph {
  readonly engine: Engine;
  readonly documents: TrustedDocuments;
  readonly readDocument: DocumentReader;
}

/** What a graph is made of, both from outside. */
export interface GraphSources {
  readonly supergraphSdl: string;
  /** Registries of trusted documents. @default none is trusted */
  readonly registries?: readonly string[];
}
