import type { CollectScope } from '../operation/collectFields';
import type { EngineSchema } from '../operation/engineSchema';
import type { PreparedOperation } from '../operation/prepareOperation';
import type { CompileObject } from './object';

/** What compiling a projection needs: one operation, with one set of values for its `@skip` and `@include`. */
export interface ProjectionScope {
  readonly schema: EngineSchema;
  readonly operation: PreparedOperation;
  readonly collect: CollectScope;
  /** Compiles an object's selections; handed along because objects hold fields that hold objects. */
  readonly compileObject: CompileObject;
}
