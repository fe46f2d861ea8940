// Bundles the widget's sources into the two files that the Python package carries.
import { build } from "esbuild";
import { copyFile, mkdir } from "node:fs/promises";

const here = new URL("./", import.meta.url);
const target = new URL("../course/static/", here);

await mkdir(target, { recursive: true });
await build({
  absWorkingDir: new URL("../", here).pathname,
  entryPoints: ["js/quiz.js"],
  outfile: "course/static/quiz.js",
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  minify: true, // every widget in a page carries this text
  banner: { js: "// Generated from js/ by `npm run build`; edit there." },
});
await copyFile(new URL("quiz.css", here), new URL("quiz.css", target));
