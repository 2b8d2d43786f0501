/** A follow-up task as `GET /v1/cases` gives it, as far as colleagues look at it. */
export interface Task {
  readonly id: string;
  readonly unit: string;
  readonly openedAt: string;
  readonly customer: { readonly name: string | null } | null;
  readonly answer: { readonly comment: string | null };
  readonly history: readonly { readonly at: string; readonly type: string }[];
}
