import { Table, type TableProps } from '@mantine/core';
import classes from './rows-table.module.css';

/**
 * A table that never scrolls sideways: on a phone each row is a card, whose first cell is its heading and whose other cells stand beside their label.
 * A cell says it by `data-label`; one without is what can be done with the row.
 */
export function RowsTable(props: TableProps) {
  return <div className={classes['wide']}><Table {...props} className={classes['table']!} /></div>;
}
