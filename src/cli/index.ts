#!/usr/bin/env node
/** The program `themata`. */

import { run } from "./run.js";

// A reader that has seen enough (`| head`) closes the pipe: that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`themata: The answer could not be written: ${error.message}.\n`);
  process.exit(1);
});

process.exitCode = await run(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  messages: process.stderr,
  environment: process.env,
});
