#!/usr/bin/env node
/** The program `themata`. */

import { run } from "./run.js";

process.exitCode = await run(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  messages: process.stderr,
  environment: process.env,
});
