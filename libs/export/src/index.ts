export * from './column.ts';
export * from './csv.ts';
export * from './parquet.ts';
export * from './send-as.ts';
export * from './format.ts';
export * from './download.ts';
