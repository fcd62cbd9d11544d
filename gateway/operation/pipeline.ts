import type { Reply } from './answer';

export type Handler<Stage> = (operation: Stage) => Promise<Reply>;

/** Surrounds the rest of the pipeline: may add to the operation, answer itself, or change the answer. */
export type Plugin<Before, After> = (operation: Before, next: Handler<After>) => Promise<Reply>;

/**
 * A row of plugins, outermost first. A plugin that needs what another finds out cannot stand before it: that does not
 * type-check.
 */
export interface Pipeline<First, Stage> {
  use<Next>(plugin: Plugin<Stage, Next>): Pipeline<First, Next>;
  end(handler: Handler<Stage>): Handler<First>;
}

export function createPipeline<First>(): Pipeline<First, First> {
  return extend((handler) => handler);
}

function extend<First, Stage>(surround: (handler: Handler<Stage>) => Handler<First>): Pipeline<First, Stage> {
  return {
    use: (plugin) => extend((handler) => surround(async (operation) => plugin(operation, handler))),
    end: surround,
  };
}
