/**
 * What the policy wants to know (POLICY §3), clause by clause under its dimension. Every question says which of them
 * it asks; a test holds that each is asked.
 */
export const clauses = {
  D1: ['practicality', 'depth', 'breadth', 'understanding', 'application', 'currency'],
  /** `methods`: their variety; `interest` and `learning`: whether they rouse the one and help the other. */
  D2: ['expertise', 'clarity', 'methods', 'interest', 'learning', 'delivery', 'answers'],
  /** `length`: neither too long nor too short; `pace`: enough to master it, and time to digest. */
  D3: ['modes', 'length', 'pace', 'slots', 'venue', 'platform'],
  D4: ['gain', 'use', 'motivation', 'responsibility', 'teamwork', 'career'],
  D5: ['overall', 'suggestions'],
} as const;

/** The policy's dimensions. */
export const dimensions = ['D1', 'D2', 'D3', 'D4', 'D5'] as const;
export type Dimension = (typeof dimensions)[number];

/** `D1.practicality`. */
export type Clause = { [D in Dimension]: `${D}.${(typeof clauses)[D][number]}` }[Dimension];

export const allClauses: readonly Clause[] = dimensions.flatMap((dimension) =>
  clauses[dimension].map((clause) => `${dimension}.${clause}` as Clause),
);

export const dimensionOf = (clause: Clause): Dimension => clause.slice(0, 2) as Dimension;
