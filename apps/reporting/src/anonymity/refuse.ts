import type { Programme } from '@candor/catalog-copy';
import { invalidInput } from '@candor/http';

/** A batch has a day, and no hour. @throws Problem 400 naming `interval` */
export function refuseHours({ key, anonymous }: Pick<Programme, 'key' | 'anonymous'>): void {
  if (anonymous) throw invalidInput([{ field: 'interval', message: `${key} is anonymous: its answers are published in batches, which have a day and no hour` }]);
}
