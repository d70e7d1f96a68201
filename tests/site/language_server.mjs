// Ask yaml-language-server what VS Code would show: stdin {root, settings, files: {path: text}, hover: {path, line, character}};
// and complete: as hover; stdout {diagnostics: {path: ["line: message"]}, hover: text, offered: [word]}.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const { root, settings, files, hover, complete, schemas: folder = root } = JSON.parse(readFileSync(0, "utf8"));
const home = dirname(createRequire(join(root, "package.json")).resolve("yaml-language-server/package.json"));
const server = spawn(process.execPath, [join(home, "bin", "yaml-language-server"), "--stdio"]);
const address = (path) => `file://${join(root, path)}`;
const schemas = Object.fromEntries(Object.entries(settings["yaml.schemas"]).map(([name, found]) => [`file://${join(folder, name)}`, found]));
const configuration = { schemas, validate: true, hover: true, completion: true, schemaStore: { enable: false } };

const waiting = new Map();
const diagnostics = {};
let asked = 0;
let received = Buffer.alloc(0);
let finish = () => {};

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  server.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
}

function ask(method, params) {
  asked += 1;
  send({ id: asked, method, params });
  return new Promise((answer) => waiting.set(asked, answer));
}

function take(message) {
  if (message.method === "textDocument/publishDiagnostics") {
    const path = Object.keys(files).find((name) => address(name) === message.params.uri);
    diagnostics[path] = message.params.diagnostics.map((fault) => `${fault.range.start.line + 1}: ${fault.message}`);
    if (Object.keys(diagnostics).length === Object.keys(files).length) finish();
  } else if (message.method === "workspace/configuration") {
    send({ id: message.id, result: message.params.items.map((item) => (item.section === "yaml" ? configuration : {})) });
  } else if (message.method && message.id !== undefined) {
    send({ id: message.id, result: null });
  } else if (waiting.has(message.id)) {
    waiting.get(message.id)(message.result);
  }
}

server.stdout.on("data", (chunk) => {
  received = Buffer.concat([received, chunk]);
  for (let end = received.indexOf("\r\n\r\n"); end >= 0; end = received.indexOf("\r\n\r\n")) {
    const stop = end + 4 + Number(/Content-Length: (\d+)/.exec(received.subarray(0, end).toString())[1]);
    if (received.length < stop) return;
    take(JSON.parse(received.subarray(end + 4, stop).toString()));
    received = received.subarray(stop);
  }
});

const capabilities = { workspace: { configuration: true }, textDocument: { hover: { contentFormat: ["markdown"] } } };
await ask("initialize", { processId: null, rootUri: address(""), capabilities });
send({ method: "initialized", params: {} });
send({ method: "workspace/didChangeConfiguration", params: { settings: { yaml: configuration } } });
const all = new Promise((resolve) => (finish = resolve));
for (const [path, text] of Object.entries(files)) {
  send({ method: "textDocument/didOpen", params: { textDocument: { uri: address(path), languageId: "yaml", version: 1, text } } });
}
await all;
const { line, character } = hover;
const shown = await ask("textDocument/hover", { textDocument: { uri: address(hover.path) }, position: { line, character } });
const at = { line: complete.line, character: complete.character };
const offered = await ask("textDocument/completion", { textDocument: { uri: address(complete.path) }, position: at });
const names = (offered?.items ?? []).map((item) => item.label);
console.log(JSON.stringify({ diagnostics, hover: shown?.contents?.value ?? "", offered: names }));
server.kill();
