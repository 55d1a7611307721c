/** What the file of a new pull-out holds below its first keys: the least that is valid, marked as the editors' suggestion. */
import type { PullOutKind } from '../../src/schemas/kinds.ts';

export const starts: Record<PullOutKind, string> = {
  checklists: `groups:
  - id: first
    title: First
    items:
      - id: first-step
        text: Write a step that starts with a verb.
        suggestion: true
`,
  duties: `groups:
  - id: each-month
    title: Each month
    duties:
      - id: first-duty
        text: Write a duty that starts with a verb.
        suggestion: true
`,
  templates: `blanks:
  name:
    label: Name of the task force
    size: line
    from: task-force.name
articles:
  - id: purpose
    title: Purpose
    clauses:
      - id: purpose-first
        text: Write the wording for <Blank id="name" />.
`,
  forms: `columns:
  - id: day
    label: Day
    kind: date
  - id: meetings
    label: Meetings
    kind: count
    counts: things
    totals: [sum]
`,
  timelines: `periods:
  - id: first-months
    title: Months 0 to 3
    steps:
      - id: first-step
        text: Write a step that starts with a verb.
        suggestion: true
        start: 0
        length: 3
`,
  rosters: `columns:
  - id: organization
    label: Organization
seats:
  - id: first-seat
    kind: Kind of member
    brings: Say in one sentence what this member brings.
    suggestion: true
`,
  handouts: `sections:
  - id: first-part
    title: First part
    body: |
      <Suggestion>Write a paragraph.</Suggestion>
`,
};
