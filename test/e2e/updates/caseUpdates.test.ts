import { describeCaseUpdates } from './caseUpdatesCases';

describe('case updates from the log on PostgreSQL', () => describeCaseUpdates(async () => 'POSTGRES'));
