export interface LockedPackage {
  version?: string;
  optional?: boolean;
  link?: boolean;
  extraneous?: boolean;
}

export function isInstalled(locked: Record<string, LockedPackage>, present: Record<string, LockedPackage>, exists: (path: string) => boolean): boolean;
