/**
 * What the hub's own tables hold about the child `$1`, by the name under which `schema/access/ownRecords.json` judges its
 * columns. Requests and openings of investigations are not told (OSL 18:1, 35:1), as their looks are not. A broken link
 * leads to another child: it is told of by itself.
 */
export const ownRecords: Readonly<Record<string, string>> = {
  identification: `identification r WHERE r.child = $1 AND r.role <> 'POLICE_INVESTIGATOR'`,
  consent: 'consent r WHERE r.child = $1',
  disclosure_request: `disclosure_request r WHERE r.child = $1 AND r.role <> 'POLICE_INVESTIGATOR'`,
  break_glass: `break_glass r WHERE r.child = $1 AND r.role <> 'POLICE_INVESTIGATOR'`,
  owner_notice: `owner_notice r JOIN break_glass b ON b.id = r.break_glass_id
    WHERE b.child = $1 AND b.role <> 'POLICE_INVESTIGATOR'`,
  child_link: 'child_link r WHERE $1 IN (r.one, r.other) AND r.unlinked_at IS NULL',
  broken_link: 'child_link r WHERE $1 IN (r.one, r.other) AND r.unlinked_at IS NOT NULL',
  fishing_alarm: 'fishing_alarm r WHERE r.child = $1',
  dead_letter: 'dead_letter r WHERE r.child = $1',
  duty_watch: 'duty_watch r WHERE r.child = $1',
  duty_event: 'duty_event r WHERE r.child = $1',
};
