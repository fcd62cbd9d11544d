/** The main job as an outreach worker's or a duty desk's system asks it. */
export const mainQuery = `query FoundChild($criteria: IdentityCriteria!, $foundIn: MunicipalityCode!) {
  identify(criteria: $criteria, foundIn: $foundIn) {
    outcome grade
    evidence { identifier agreement heldBy weight }
    guidance { text contacts { kind name municipality { code } phones { display shortCode } openNow } steps { id text } }
    child {
      id
      absconding { absconded abscondedOn status arrivalStage }
      responsibility(foundIn: $foundIn) {
        rule authority municipality { code } interim { code } explanation basis { code title }
        contacts { kind name phones { display } openNow } steps { id }
      }
      deadlines { kind state dueAt owner }
    }
  }
}`;
