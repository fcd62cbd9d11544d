import { tellStories } from './tellStories';

describe('in one process', () => tellStories('IN_PROCESS'));
