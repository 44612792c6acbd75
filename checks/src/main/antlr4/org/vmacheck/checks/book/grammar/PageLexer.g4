/** Tokens of a page of the book: a claim or a race, its threads and what is expected of them. */
lexer grammar PageLexer;

channels { COMMENTS }

COMMENT : '#' ~[\r\n]* -> channel(COMMENTS) ;
SPACE : [ \t\r\n]+ -> skip ;

CLAIM : 'claim' ;
RACE : 'race' ;
INIT : 'init' ;
FORALL : 'forall' ;
EXISTS : 'exists' ;
INTENDED : 'intended' ;
EXPECT : 'expect' ;
WITHOUT : 'without' ;
WITH : 'with' ;
HOLDS : 'holds' ;
VIOLATED : 'violated' ;
QUESTION : 'question' ;
AS : 'as' ;

// to the end of the line, or to a semicolon, it is text for people
SOURCE : 'source' -> pushMode(SENTENCE) ;
REPORTED : 'reported' -> pushMode(SENTENCE) ;
FIXED : 'fixed' -> pushMode(SENTENCE) ;
CVE : 'cve' -> pushMode(SENTENCE) ;

THREAD : 'P' [0-9]+ ;
VERSION : [0-9]+ '.' [0-9]+ ;
NUMBER : [0-9]+ ;
NAME : [A-Za-z_] [A-Za-z0-9_]* ;
SLUG : [a-z] [a-z0-9]* ('-' [a-z0-9]+)+ ;
STRING : '"' ~["\r\n]* '"' ;

TO : '..' ;
AND : '/\\' ;
OR : '\\/' ;
NOT : '~' ;
LBRACE : '{' ;
RBRACE : '}' ;
LPAR : '(' ;
RPAR : ')' ;
LBRACKET : '[' ;
COMMA : ',' ;
SEMI : ';' ;
COLON : ':' ;
EQUALS : '=' ;
BAR : '|' ;
MINUS : '-' ;

UNKNOWN : . ;

mode SENTENCE;
SENTENCE_SPACE : [ \t]+ -> skip ;
TEXT : ~[ \t\r\n;#] ~[\r\n;#]* -> popMode ;
SENTENCE_END : [\r\n;#] -> skip, popMode ;
