import { ActionIcon } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { forwardRef, type AnchorHTMLAttributes } from 'react';

interface IconAnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly label: string;
}

const IconAnchor = forwardRef<HTMLAnchorElement, IconAnchorProps>(({ label, style: _style, ...rest }, ref) => (
  <ActionIcon component="a" variant="subtle" color="gray" aria-label={label} ref={ref} {...rest} />
));
IconAnchor.displayName = 'IconAnchor';

/** A link of the console that looks like an icon button. */
export const IconLink = createLink(IconAnchor);
