/* bench-run.c — runs a program and writes down how much memory it had at most
 *
 * bench-run FILE COMMAND...: ends as the command ends; FILE then has its peak resident size in kilobytes.
 *
 * The kernel counts what a process was before it became another program: started by a Python of twenty megabytes, nothing would ever
 * have less. This is small.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int
main (int   argc,
      char *argv[])
{
  struct rusage usage;
  int status;
  pid_t child;
  FILE *file;

  if (argc < 3)
    {
      fputs ("Usage: bench-run FILE COMMAND...\n", stderr);
      return 2;
    }

  child = fork ();

  if (child == 0)
    {
      execvp (argv[2], argv + 2);
      perror (argv[2]);
      _exit (127);
    }

  if (child == -1 || wait4 (child, &status, 0, &usage) == -1)
    {
      perror ("bench-run");
      return EXIT_FAILURE;
    }

  file = fopen (argv[1], "w");

  if (file == NULL || fprintf (file, "%ld\n", usage.ru_maxrss) < 0 || fclose (file) != 0)
    {
      perror (argv[1]);
      return EXIT_FAILURE;
    }

  return WIFEXITED (status) ? WEXITSTATUS (status) : EXIT_FAILURE;
}
