/** What a case shows, over `asylum_case` as `k`. The decision has stricter rows of the matrix than the case itself. */
export const asylumCaseColumns = {
  status: 'k.status',
  decision: 'k.decision',
  decidedOn: 'k.decided_on',
  appealPending: 'k.appeal_pending',
  openedOn: 'k.opened_on',
  closedOn: 'k.closed_on',
  closingReason: 'k.closing_reason',
  lmaEntitled: 'k.lma_entitled',
  version: 'k.version',
};

/** The case opened last, as `k`, of the child `c`. */
export const latestAsylumCase =
  'FROM asylum_case k WHERE k.child_id = c.id ORDER BY k.opened_on DESC, k.id DESC LIMIT 1';
