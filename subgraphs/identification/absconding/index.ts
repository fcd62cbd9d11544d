export { missingFrom } from './missingFrom';
export { summariseAbsconding } from './summariseAbsconding';
