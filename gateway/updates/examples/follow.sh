#!/usr/bin/env bash
# Case updates with curl: each event has an `id` line, the cursor. LAST_EVENT_ID=<cursor> goes on behind it.
set -euo pipefail
exec curl --silent --show-error --no-buffer "${HUB:-http://localhost:4000}/graphql/stream" \
  -H 'accept: text/event-stream' -H 'content-type: application/json' \
  -H "authorization: Bearer $TOKEN" -H "x-purpose: ${PURPOSE:-CASE_WORK}" -H "x-case-reference: ${CASE:-EXAMPLE-1}" \
  ${LAST_EVENT_ID:+-H "last-event-id: $LAST_EVENT_ID"} \
  -d '{ "query": "subscription { caseUpdates { id type occurredAt child { id } } }" }'
