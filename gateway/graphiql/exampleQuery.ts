/** What GraphiQL shows first: the hub's main job. */
export const exampleQuery = `# Identify a child, and find out who answers for it now.
# Put a token into the Headers tab: npm run --silent token -- --role SOCIAL_EMERGENCY --municipality 0180
query Identify {
  identify(criteria: { dossierNumber: "12-410001" }, foundIn: "0180") {
    outcome
    grade
    child {
      id
      absconding { absconded abscondedOn status }
      responsibility(foundIn: "0180") {
        rule
        explanation(language: EN)
        municipality { name }
        contacts { name openNow phones { display } }
      }
    }
    guidance { text(language: EN) }
  }
}
`;
