import type { Scope } from '@candor/identity';
import { rightsKnown } from './rights-known.ts';

const ALL: Scope[] = ['scores:read', 'responses:read', 'cases:read', 'decisions:read'];

test('whoever may make users by a role could read all that there is', () => {
  expect(rightsKnown({ createdBy: 'noa', held: [] }, ALL)).toEqual({ rights: ALL, limited: false });
});

test('a key\'s rights are told by the groups it put its user into', () => {
  expect(rightsKnown({ createdBy: 'key:7', held: ['responses:read'] }, ALL)).toEqual({ rights: ['responses:read'], limited: false });
});

test('all groups or none may come from when every user had all views: then sums are left', () => {
  for (const held of [[], ALL]) expect(rightsKnown({ createdBy: 'key:7', held }, ALL)).toEqual({ rights: ['scores:read'], limited: true });
});
