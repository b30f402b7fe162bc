# Sends standard input as a letter with smtplib: letter.py PORT RECIPIENT. Prints the code and the words of a refusal.
import smtplib
import sys

port, recipient = sys.argv[1:]
with smtplib.SMTP('127.0.0.1', int(port), local_hostname='client.example') as server:
    try:
        server.sendmail('bram@partner.example', [recipient], sys.stdin.buffer.read(), mail_options=['BODY=8BITMIME'])
    except smtplib.SMTPRecipientsRefused as refused:
        print(refused.recipients[recipient][0])
    except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as refused:
        print(refused.smtp_code)
