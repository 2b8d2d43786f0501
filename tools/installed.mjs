/**
 * Whether an install has put in place every locked package, in its locked version, and a link to each workspace. Left out are packages
 * that npm itself leaves out: those of other platforms (optional), and entries that nothing needs (extraneous).
 * @param locked   `packages` of package-lock.json
 * @param present  `packages` of node_modules/.package-lock.json, npm's own note of what it has installed
 * @param exists   whether there is something at a path; a workspace that was added since the last install has no link yet
 */
export const isInstalled = (locked, present, exists) => Object.entries(locked).every(([path, wanted]) => !path.startsWith('node_modules/')
  || wanted.optional || wanted.extraneous || (wanted.link ? exists(path) : present[path]?.version === wanted.version));
