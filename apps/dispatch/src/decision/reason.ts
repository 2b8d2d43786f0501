/** Why an interaction is where it is. */
export interface Reason {
  /** Stable, for programs. */
  code: string;
  /** For people. */
  detail: string;
}
