import { ErrandGate } from '../errand/Errand';
import { FoundChild } from './FoundChild';

/** The main job: who is this child, and whom to call. */
export function FoundPage() {
  return (
    <ErrandGate coordinate="Query.identify">
      {(errand, change) => <FoundChild errand={errand} onChangeErrand={change} />}
    </ErrandGate>
  );
}
