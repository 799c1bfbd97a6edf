import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const { template } = workerData;
const compiler = NodeCompiler.create({
  workspace: template,
  fontArgs: [{ fontPaths: [`${template}/fonts`] }],
});

/** The data are a file that the template reads, and never part of its source: what people type cannot become markup. */
const DATA = `${template}/data.json`;
const MAIN = { mainFilePath: `${template}/report.typ` };

const SUSPECTS = "    /Suspects false\n";

parentPort.on("message", ({ json, standard, madeAt }) => {
  compiler.mapShadow(DATA, Buffer.from(json));
  try {
    const made = compiler.pdf(MAIN, { pdfStandard: standard, creationTimestamp: madeAt });
    const bytes = new Uint8Array(withoutSuspects(made));
    parentPort.postMessage({ bytes }, [bytes.buffer]);
  } catch (error) {
    parentPort.postMessage({ why: whyOf(error) });
  } finally {
    compiler.unmapShadow(DATA);
    compiler.evictCache(0);
  }
});

/**
 * The same file without the entry that says "nothing here is suspect", which is what it means to leave it out: programs that read PDF with
 * poppler (22.12) take it for a fault and say so. Spaces stand in its place, so that nothing else moves.
 */
function withoutSuspects(pdf) {
  const place = pdf.lastIndexOf(SUSPECTS);
  return place === -1 ? pdf : pdf.fill(" ", place, place + SUSPECTS.length);
}

/** What the compiler has against the template, as it says it; against the file to be made, it says it in the error alone. */
function whyOf(error) {
  const refused = compiler.compile(MAIN).takeError();
  const said = refused ? compiler.fetchDiagnostics(refused) : [];
  if (said.length === 0) return String(error.message || error);
  return said
    .map(({ message, path, range }) => `${message} (${path}:${(range?.start.line ?? 0) + 1})`)
    .join("; ");
}
