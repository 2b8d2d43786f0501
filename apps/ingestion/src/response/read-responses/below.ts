import type { TimesBelow } from '@candor/catalog-copy';

/**
 * The condition on `r` for answers given at units while they were below those named, by what is known now: the paths that are frozen with answers say what was known
 * then, and news of a move may come later. A unit that this copy of the catalogue has not heard of yet is where its answers say.
 * @param name of the parameters
 */
export function below(name: string, { named, always, periods, known }: TimesBelow): [condition: string, values: Record<string, unknown>] {
  const moved = periods.length === 0 ? [] : [`(r.unit = ANY (:${name}_moved) AND EXISTS (SELECT 1 FROM unnest(CAST(:${name}_units AS text[]), CAST(:${name}_since AS timestamptz[]), CAST(:${name}_until AS timestamptz[])) AS p(unit, since, until)
    WHERE p.unit = r.unit AND p.since <= r.answered_at AND r.answered_at < p.until))`];
  return [`(${[`r.unit = ANY (:${name}_always)`, ...moved, `(r.unit <> ALL (:${name}_known) AND r.path && CAST(:${name}_named AS text[]))`].join(' OR ')})`, {
    [`${name}_always`]: always, [`${name}_known`]: known, [`${name}_named`]: named,
    ...(periods.length > 0 && {
      [`${name}_moved`]: [...new Set(periods.map(({ unit }) => unit))], [`${name}_units`]: periods.map(({ unit }) => unit),
      [`${name}_since`]: periods.map(({ since }) => since ?? '-infinity'), [`${name}_until`]: periods.map(({ until }) => until ?? 'infinity'),
    }),
  }];
}
