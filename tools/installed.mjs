/**
 * Whether an install has put in place every locked package, in its locked version. Left out are packages that npm itself
 * leaves out: those of other platforms (optional), links to our own workspaces, and entries that nothing needs (extraneous).
 * @param locked   `packages` of package-lock.json
 * @param present  `packages` of node_modules/.package-lock.json, npm's own note of what it has installed
 */
export const isInstalled = (locked, present) => Object.entries(locked).every(([path, wanted]) => !path.startsWith('node_modules/')
  || wanted.optional || wanted.link || wanted.extraneous || present[path]?.version === wanted.version);
