import type { BrandWording, WordingText } from '@candor/contracts';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { allOf, type Page } from '../api/page.ts';

/** How messages of some units or programmes look, and who they are from, from `GET /v1/brands`. */
export interface Brand {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  /** null: the name. */
  readonly senderName: string | null;
  /** `#rrggbb`. */
  readonly colour: string | null;
  readonly logoUrl: string | null;
  /** With everything below them. */
  readonly units: readonly string[];
  readonly programmes: readonly string[];
  /** By language. */
  readonly wording: Readonly<Record<string, BrandWording>>;
}

/** The texts that a brand may word, in the order in which customers read them. */
export const WORDED: readonly WordingText[] = ['subject', 'greeting', 'greetingWithoutName', 'footer', 'address'];

export const useBrands = () => useQuery({
  queryKey: ['catalog', 'brands'],
  queryFn: ({ signal }) => allOf((cursor) => call<Page<Brand>>('/v1/brands', { query: { limit: 1000, cursor }, signal })),
  staleTime: 60_000,
});

/** Without texts that say nothing, and languages without texts: there everybody's words hold. */
export function saidOnly(wording: Brand['wording']): Record<string, BrandWording> {
  const said = Object.entries(wording).map(([tag, texts]): [string, BrandWording] => [tag, Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''))]);
  return Object.fromEntries(said.filter(([, texts]) => Object.keys(texts).length > 0));
}
