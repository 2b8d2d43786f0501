declare module 'mjml' {
  interface Options {
    validationLevel?: 'strict' | 'soft' | 'skip';
    keepComments?: boolean;
    minify?: boolean;
    /** Web fonts by family name: linked where the family is used. */
    fonts?: Record<string, string>;
  }
  export default function mjml2html(mjml: string, options?: Options): Promise<{ html: string; errors: { formattedMessage: string }[] }>;
}
