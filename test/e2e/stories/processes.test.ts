import { tellStories } from './tellStories';

describe('with every subgraph a process of its own', () => tellStories('PROCESSES'));
