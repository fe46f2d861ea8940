// Bundles the widget's sources into the two files that the Python package carries.
//
//   node js/build.js           writes them
//   node js/build.js --check   writes nothing, and fails when they are not what the sources make
import { build } from "esbuild";
import { mkdir, readFile, writeFile } from "node:fs/promises";

const here = new URL("./", import.meta.url);
const target = new URL("../course/static/", here);

const bundle = await build({
  absWorkingDir: new URL("../", here).pathname,
  entryPoints: ["js/quiz.js"],
  bundle: true,
  write: false,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  minify: true, // every widget in a page carries this text
  banner: { js: "// Generated from js/ by `npm run build`; edit there." },
});
const made = new Map([
  ["quiz.js", Buffer.from(bundle.outputFiles[0].contents)],
  ["quiz.css", await readFile(new URL("quiz.css", here))],
]);

for (const [name, bytes] of made) {
  const file = new URL(name, target);
  if (process.argv.includes("--check")) {
    const found = await readFile(file).catch(() => null);
    if (found && bytes.equals(found)) continue;
    console.error(`course/static/${name} is not what js/ makes; run \`make build\` and commit it with the sources.`);
    process.exitCode = 1;
  } else {
    await mkdir(target, { recursive: true });
    await writeFile(file, bytes);
  }
}
