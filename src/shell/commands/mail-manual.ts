export default `NAME
    mail - read the mail in your mailbox on this machine, or send some

SYNOPSIS
    mail [-u USER]
    mail [-s SUBJECT] ADDRESS...

DESCRIPTION
    Lists your letters and asks with "& ". N marks a new one, > the present
    one; 12/400 means 12 lines, 400 octets.

    1               show letter 1, with all its header fields
    Enter           show the next one
    h               the list again
    d 2   u 2       delete, undelete (also 1-3, *)
    q               quit; deleted letters go, all others stay
    x               quit and change nothing
    ?               this list

    With an ADDRESS it sends: type the letter, and end it with a line that
    holds a single dot, or with ^D. The mail system of the machine takes it
    and carries it on; where there is none, talk to a mail server (man
    telnet).

    The top
    lines of a letter, Return-Path and Received, were written by servers
    (RFC 5321, 4.4).

EXAMPLES
    ssh ada@mx1.campus.example, then mail
    cat /var/mail/you
`;
