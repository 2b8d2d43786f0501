/** Configuration that cannot be used. Names the variables and what is wrong with each, never a value: values may be secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly variables: readonly string[];

  constructor(problems: readonly { variable: string; problem: string }[]) {
    super(`Configuration: ${problems.map(({ variable, problem }) => `${variable} ${problem}`).join('; ')}`);
    this.variables = problems.map(({ variable }) => variable);
  }
}
