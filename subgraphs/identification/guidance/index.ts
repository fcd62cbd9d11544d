export { composeGuidance, type Guidance } from './composeGuidance';
