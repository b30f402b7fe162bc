export const shellManual = `NAME
    bash - the command line

DESCRIPTION
    What you type at the prompt is a command and its words. This shell reads
    a part of what the real one reads, and refuses the rest with a sentence:

    'text'  "text"  \\x     quotes; $VARIABLES are replaced inside "..."
    $USER $HOME $HOSTNAME  who and where you are
    $?                     the exit status of the last command
    ~                      your home directory
    A | B                  B reads what A printed (A runs to its end first)
    A ; B    A && B    A || B
                           B afterwards; only if A succeeded; only if A failed
    > FILE   >> FILE   < FILE
                           output into a file, added to it; input from it
    # text                 a comment

    Not here: * and ? for file names, $(...) and backquotes, setting
    variables, loops, functions, here-documents, 2>, and & for the
    background.

KEYS
    Tab              complete a command, a host, a file; twice: list them
    up, down         earlier lines (^P, ^N)
    left, right, Ctrl or Alt with them
                     by character, by word (also Alt-B, Alt-F)
    ^A ^E            start and end of the line
    ^U ^K ^W ^Y      cut to the start, to the end, a word; paste it
    ^T               exchange two characters
    ^L               clear the screen
    ^C               forget the line; stop a program
    ^D               leave, on an empty line

    Inside a program that reads lines (telnet, nc, mail) only Backspace, ^W,
    ^U, ^C and ^D edit, as on every Unix terminal. Cursor keys are octets
    there.
`;
