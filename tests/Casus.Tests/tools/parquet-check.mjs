// Reads every Parquet file of a release with DuckDB and compares it with the JSON Lines beside it: node parquet-check.mjs DIR
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const folder = process.argv[2];
const duck = await (await DuckDBInstance.create(':memory:')).connect();
let cells = 0;
for (const file of readdirSync(folder).filter(f => f.endsWith('.parquet'))) {
  const lines = readFileSync(join(folder, file.replace('.parquet', '.jsonl')), 'utf8').split('\n').filter(l => l).map(l => JSON.parse(l));
  const rows = await (await duck.runAndReadAll(`SELECT * FROM '${join(folder, file).replaceAll("'", "''")}'`)).getRowObjectsJson();
  if (rows.length !== lines.length) throw new Error(`${file}: ${rows.length} rows, ${lines.length} lines`);
  rows.forEach((row, i) => {
    for (const [name, cell] of Object.entries(row)) {
      let told = lines[i][name] ?? null;
      if (Array.isArray(told)) told = told.join('; ');
      if (told === '') told = null;
      // 64-bit integers come as text, days as "2024-12-24".
      const same = told === null ? cell === null : typeof told === 'number' ? Number(cell) === told : cell === told;
      if (!same) throw new Error(`${file}, row ${i}, ${name}: Parquet ${JSON.stringify(cell)}, JSON ${JSON.stringify(told)}`);
      cells++;
    }
    const unknown = Object.keys(lines[i]).filter(k => !(k in row));
    if (unknown.length > 0) throw new Error(`${file}: no column ${unknown}`);
  });
}
console.log(cells, 'cells agree');
