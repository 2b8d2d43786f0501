import { TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { textOf } from './search-string.ts';

interface TextFilterProps {
  readonly label: string;
  readonly value: string | undefined;
  /** When the reader has ended: undefined for an empty field. */
  readonly onChange: (value: string | undefined) => void;
  readonly dir: 'auto' | 'ltr';
  readonly width: number;
}

/** A word to look for: it is taken when the reader presses Enter or leaves the field, not with each letter. */
export function TextFilter({ label, value, onChange, dir, width }: TextFilterProps) {
  const [text, setText] = useState(value ?? '');
  const take = (): void => {
    if (textOf(text) !== value) onChange(textOf(text));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    take();
  };
  return (
    <form onSubmit={submit} role="search">
      <TextInput w={width} maw="100%" aria-label={label} placeholder={label} value={text} onChange={(event) => setText(event.currentTarget.value)} onBlur={take} dir={dir} />
    </form>
  );
}
