// A headless xterm.js terminal: output to show on standard input, its answers on standard output.
// node glass.mjs FOLDER COLUMNS ROWS [graphemes]; FOLDER has node_modules with @xterm/headless and, for graphemes, its addon.
import { createRequire } from "node:module";
const [folder, cols, rows, graphemes] = process.argv.slice(2);
const require = createRequire(folder + "/package.json");
const { Terminal } = require("@xterm/headless");
const terminal = new Terminal({ cols: Number(cols), rows: Number(rows), allowProposedApi: true });
if (graphemes) {
  const { UnicodeGraphemesAddon } = require("@xterm/addon-unicode-graphemes");
  terminal.loadAddon(new UnicodeGraphemesAddon());
}
terminal.onData((answer) => process.stdout.write(answer));
process.stdin.on("data", (data) => terminal.write(data));
