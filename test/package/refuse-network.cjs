// Loaded before the program: what would reach another machine, or start a program that could, is written down and refused.
const { appendFileSync } = require('node:fs');
const { basename } = require('node:path');
const { syncBuiltinESMExports } = require('node:module');

const refuse = (what) => {
  appendFileSync(process.env.ATTEMPTS, `${what}\n`);
  throw new Error(`${what} is refused.`);
};
const refuseAll = (module, names) => {
  for (const name of names) require(module)[name] = () => refuse(`${module}.${name}`);
};

require('node:net').Socket.prototype.connect = () => refuse('net.Socket.connect');
require('node:net').Server.prototype.listen = () => refuse('net.Server.listen');
refuseAll('node:net', ['connect', 'createConnection']);
refuseAll('node:tls', ['connect']);
refuseAll('node:http', ['request', 'get', 'createServer']);
refuseAll('node:https', ['request', 'get', 'createServer']);
refuseAll('node:http2', ['connect', 'createServer']);
refuseAll('node:dgram', ['createSocket']);
refuseAll('node:dns', ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveTxt']);
refuseAll('node:dns/promises', ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveTxt']);
for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = () => refuse(name);

const processes = require('node:child_process');
const spawnSync = processes.spawnSync;
refuseAll('node:child_process', ['spawn', 'exec', 'execFile', 'execSync', 'execFileSync', 'fork']);
processes.spawnSync = (program, ...rest) => {
  if (basename(program) !== 'git') refuse(`child_process.spawnSync ${program}`);
  return spawnSync(program, ...rest);
};
syncBuiltinESMExports();
