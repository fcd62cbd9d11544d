import defaultModel from './model.json';

/** Every number that comparison and decision depend on. Weights are in bits (log2 likelihood ratios). */
export type Model = typeof defaultModel;

/** The model that ships with the project. */
export const DEFAULT_MODEL: Model = defaultModel;
