import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

/** After how many reports the compiler forgets what it no longer needed. */
const REMEMBERED = 2;

const { template } = workerData;
const compiler = NodeCompiler.create({
  workspace: template,
  fontArgs: [{ fontPaths: [`${template}/fonts`] }],
});

/** The data are a file that the template reads, and never part of its source: what people type cannot become markup. */
const DATA = `${template}/data.json`;

parentPort.on("message", (order) => {
  try {
    const bytes = new Uint8Array(made(order));
    parentPort.postMessage({ bytes }, [bytes.buffer]);
  } catch (error) {
    parentPort.postMessage({ why: error.message });
  } finally {
    compiler.unmapShadow(DATA);
    compiler.evictCache(REMEMBERED);
  }
});

function made({ json, standard, madeAt }) {
  compiler.mapShadow(DATA, Buffer.from(json));
  const compiled = compiler.compile({ mainFilePath: `${template}/report.typ` });
  if (compiled.hasError()) throw new Error(whyOf(compiled.takeError()));
  try {
    return compiler.pdf(compiled.result, { pdfStandard: standard, creationTimestamp: madeAt });
  } catch (error) {
    throw new Error(whyOf(error), { cause: error });
  }
}

/** What the compiler says, as it is: its errors are no ordinary ones. */
function whyOf(error) {
  const said = compiler.fetchDiagnostics(error);
  if (said.length === 0) return String(error.message || error);
  return said
    .map(({ message, path, range }) => `${message} (${path}:${(range?.start.line ?? 0) + 1})`)
    .join("; ");
}
